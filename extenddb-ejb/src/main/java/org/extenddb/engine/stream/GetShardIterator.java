package org.extenddb.engine.stream;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.stream.GetShardIteratorCodec;
import org.extenddb.core.api.stream.GetShardIteratorRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesStream;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.jspecify.annotations.Nullable;

/** Answers a position in a shard from which to read on. */
@SingleInstance
public final class GetShardIterator implements Operation<GetShardIteratorRequest, GetShardIterator.Valid, String> {
    private static final String ACTION = "dynamodb:GetShardIterator";
    private static final String TRIM_HORIZON = "TRIM_HORIZON";
    private static final String LATEST = "LATEST";
    private static final String AT = "AT_SEQUENCE_NUMBER";
    private static final String AFTER = "AFTER_SEQUENCE_NUMBER";
    private static final List<String> TYPES = List.of(AFTER, LATEST, AT, TRIM_HORIZON);

    private final StreamStore streams;
    private final ShardIterators iterators;
    private final Clock clock;

    /**
     * A request that has passed every check that needs no stream.
     *
     * @param sequenceNumber null for TRIM_HORIZON and LATEST, and for no others
     */
    public record Valid(
            String streamArn,
            String shardId,
            String type,
            @Nullable String sequenceNumber) {}

    @Inject
    public GetShardIterator(StreamStore streams, ShardIterators iterators) {
        this(streams, iterators, Clock.systemUTC());
    }

    GetShardIterator(StreamStore streams, ShardIterators iterators, Clock clock) {
        this.streams = streams;
        this.iterators = iterators;
        this.clock = clock;
    }

    @Override
    public OperationSpec<GetShardIteratorRequest, String> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB_STREAMS,
                "GetShardIterator",
                ACTION,
                GetShardIteratorCodec::decode,
                GetShardIteratorCodec::encode);
    }

    @Override
    public Valid validate(GetShardIteratorRequest request) {
        Violations violations = new Violations().required("streamArn", request.streamArn());
        StreamArn.check(violations, "streamArn", request.streamArn());
        violations.required("shardId", request.shardId());
        ShardIds.check(violations, "shardId", request.shardId());
        violations.required("shardIteratorType", request.shardIteratorType());
        violations.oneOf(new EnumMember("shardIteratorType", request.shardIteratorType(), TYPES));
        SequenceNumbers.check(violations, request.sequenceNumber());
        violations.check();
        String type = Objects.requireNonNull(request.shardIteratorType());
        boolean numbered = type.equals(AT) || type.equals(AFTER);
        if (numbered == (request.sequenceNumber() == null)) {
            throw DynamoDbException.validation(
                    numbered
                            ? MessagesStream.sequenceNumberRequired(type)
                            : MessagesStream.sequenceNumberNotAllowed(type));
        }
        return new Valid(
                Objects.requireNonNull(request.streamArn()),
                Objects.requireNonNull(request.shardId()),
                type,
                request.sequenceNumber());
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        return StreamArn.of(request.streamArn()).access(ACTION);
    }

    @Override
    public String execute(Valid request, RequestContext context) {
        StreamArn arn = StreamArn.of(request.streamArn());
        int streamId = arn.find(streams, context).id();
        StreamShard shard = ShardIds.find(streams.shards(streamId), request.shardId());
        boolean fromHorizon = request.type().equals(TRIM_HORIZON);
        return iterators.write(
                new ShardIterator(arn, shard.number(), after(request, shard), fromHorizon, clock.instant()));
    }

    private long after(Valid request, StreamShard shard) {
        String number = request.sequenceNumber();
        if (number == null) {
            return request.type().equals(TRIM_HORIZON)
                    ? shard.after()
                    : Math.max(shard.after(), shard.last() == null ? streams.lastSequence() : shard.last());
        }
        long sequence = SequenceNumbers.parse(number);
        long last = last(request, shard);
        if (sequence <= shard.after() || sequence > last) {
            throw DynamoDbException.validation(MessagesStream.outsideOfShard(number, request.shardId()));
        }
        long after = request.type().equals(AT) ? sequence - 1 : sequence;
        if (after < streams.horizon()) {
            throw DynamoDbException.of(ErrorCode.TRIMMED_DATA_ACCESS, MessagesStream.TRIMMED);
        }
        return after;
    }

    /** The first number of an open shard is known before any record has it. */
    private long last(Valid request, StreamShard shard) {
        if (shard.last() != null) {
            return shard.last();
        }
        long known = streams.lastSequence();
        return request.type().equals(AT) ? Math.max(known, shard.after() + 1) : known;
    }
}
