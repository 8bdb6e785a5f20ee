package org.extenddb.engine.stream;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.stream.GetRecordsCodec;
import org.extenddb.core.api.stream.GetRecordsRequest;
import org.extenddb.core.api.stream.GetRecordsResponse;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesStream;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.storage.RecordPage;
import org.extenddb.core.storage.StoredStream;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.EveryItem;

/** Reads on in a shard. */
@SingleInstance
public final class GetRecords implements Operation<GetRecordsRequest, GetRecords.Valid, GetRecordsResponse> {
    private static final String ACTION = "dynamodb:GetRecords";
    private static final int MAX_RECORDS = 1_000;
    private static final long MAX_BYTES = 1L << 20;
    private static final int MAX_ITERATOR = 2_048;
    private static final Duration ITERATOR_LIFE = Duration.ofMinutes(15);

    private final StreamStore streams;
    private final ShardIterators iterators;
    private final Clock clock;

    /** A request with an iterator of ours, which need not be valid any more. */
    public record Valid(ShardIterator iterator, int limit) {}

    @Inject
    public GetRecords(StreamStore streams, ShardIterators iterators) {
        this(streams, iterators, Clock.systemUTC());
    }

    GetRecords(StreamStore streams, ShardIterators iterators, Clock clock) {
        this.streams = streams;
        this.iterators = iterators;
        this.clock = clock;
    }

    @Override
    public OperationSpec<GetRecordsRequest, GetRecordsResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB_STREAMS,
                "GetRecords",
                ACTION,
                GetRecordsCodec::decode,
                GetRecordsCodec::encode);
    }

    @Override
    public Valid validate(GetRecordsRequest request) {
        String iterator = request.shardIterator();
        new Violations()
                .required("shardIterator", iterator)
                .length("shardIterator", iterator, 1, MAX_ITERATOR)
                .range("limit", request.limit(), 1, MAX_RECORDS)
                .check();
        return new Valid(
                iterators.read(Objects.requireNonNull(iterator)),
                request.limit() == null ? MAX_RECORDS : request.limit());
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        return request.iterator().stream().access(ACTION, new EveryItem());
    }

    @Override
    public GetRecordsResponse execute(Valid request, RequestContext context) {
        ShardIterator from = request.iterator();
        Instant now = clock.instant();
        if (now.isAfter(from.issuedAt().plus(ITERATOR_LIFE))) {
            throw DynamoDbException.of(ErrorCode.EXPIRED_ITERATOR, MessagesStream.EXPIRED);
        }
        StoredStream stream = from.stream().find(streams, context);
        StreamShard shard = streams.shards(stream.id()).stream()
                .filter(known -> known.number() == from.shard())
                .findFirst()
                .orElseThrow(() -> DynamoDbException.of(ErrorCode.TRIMMED_DATA_ACCESS, MessagesStream.TRIMMED));
        RecordPage page = streams.read(shard, after(from), request.limit(), MAX_BYTES);
        ChangeRecords records = new ChangeRecords(stream);
        return new GetRecordsResponse(
                page.records().stream()
                        .filter(ChangeRecords::isChange)
                        .map(records::of)
                        .toList(),
                page.ended()
                        ? null
                        : iterators.write(new ShardIterator(from.stream(), from.shard(), page.position(), false, now)));
    }

    private long after(ShardIterator from) {
        long horizon = streams.horizon();
        if (from.after() >= horizon) {
            return from.after();
        }
        if (from.fromHorizon()) {
            return horizon;
        }
        throw DynamoDbException.of(ErrorCode.TRIMMED_DATA_ACCESS, MessagesStream.TRIMMED);
    }
}
