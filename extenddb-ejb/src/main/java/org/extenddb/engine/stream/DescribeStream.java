package org.extenddb.engine.stream;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.stream.DescribeStreamCodec;
import org.extenddb.core.api.stream.DescribeStreamRequest;
import org.extenddb.core.api.stream.DescribeStreamRequest.ShardFilter;
import org.extenddb.core.api.stream.StreamDescription;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesStream;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.storage.StoredStream;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.jspecify.annotations.Nullable;

/** Describes a stream with a page of its shards, oldest first. */
@SingleInstance
public final class DescribeStream implements Operation<DescribeStreamRequest, DescribeStream.Valid, StreamDescription> {
    private static final String ACTION = "dynamodb:DescribeStream";
    private static final int MAX_PAGE = 100;
    private static final List<String> FILTERS = List.of("CHILD_SHARDS");

    private final StreamStore streams;

    /**
     * A request that has passed every check that needs no stream.
     *
     * @param parentShardId of those that are asked for; null for all shards
     */
    public record Valid(
            String streamArn,
            int limit,
            @Nullable String after,
            @Nullable String parentShardId) {}

    @Inject
    public DescribeStream(StreamStore streams) {
        this.streams = streams;
    }

    @Override
    public OperationSpec<DescribeStreamRequest, StreamDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB_STREAMS,
                "DescribeStream",
                ACTION,
                DescribeStreamCodec::decode,
                DescribeStreamCodec::encode);
    }

    @Override
    public Valid validate(DescribeStreamRequest request) {
        ShardFilter filter = request.shardFilter();
        Violations violations = new Violations().required("streamArn", request.streamArn());
        StreamArn.check(violations, "streamArn", request.streamArn());
        violations.range("limit", request.limit(), 1, MAX_PAGE);
        ShardIds.check(violations, "exclusiveStartShardId", request.exclusiveStartShardId());
        if (filter != null) {
            violations.oneOf(new EnumMember("shardFilter.type", filter.type(), FILTERS));
            ShardIds.check(violations, "shardFilter.shardId", filter.shardId());
        }
        violations.check();
        if (filter != null && (filter.type() == null || filter.shardId() == null)) {
            throw DynamoDbException.validation(MessagesStream.filterIncomplete());
        }
        return new Valid(
                Objects.requireNonNull(request.streamArn()),
                request.limit() == null ? MAX_PAGE : request.limit(),
                request.exclusiveStartShardId(),
                filter == null ? null : filter.shardId());
    }

    @Override
    public List<AccessRequest> resources(Valid request, RequestContext context) {
        return StreamArn.of(request.streamArn()).access(ACTION);
    }

    @Override
    public StreamDescription execute(Valid request, RequestContext context) {
        StoredStream stream = StreamArn.of(request.streamArn()).find(streams, context);
        List<StreamShard> all = streams.shards(stream.id());
        int after = request.after() == null ? -1 : ShardIds.number(request.after());
        List<StreamShard> wanted = all.stream()
                .filter(shard -> shard.number() > after)
                .filter(shard -> request.parentShardId() == null
                        || request.parentShardId().equals(ShardIds.parent(shard, all)))
                .limit(request.limit() + 1L)
                .toList();
        boolean more = wanted.size() > request.limit();
        List<StreamShard> page = more ? wanted.subList(0, request.limit()) : wanted;
        return new StreamDescription(
                stream,
                status(stream, all),
                page.stream().map(shard -> shard(shard, all)).toList(),
                more ? ShardIds.of(page.get(page.size() - 1)) : null);
    }

    private static String status(StoredStream stream, List<StreamShard> shards) {
        if (stream.disabledAt() == null) {
            return shards.isEmpty() ? "ENABLING" : "ENABLED";
        }
        return shards.stream().anyMatch(shard -> shard.last() == null) ? "DISABLING" : "DISABLED";
    }

    private static StreamDescription.Shard shard(StreamShard shard, List<StreamShard> all) {
        return new StreamDescription.Shard(
                ShardIds.of(shard),
                ShardIds.parent(shard, all),
                SequenceNumbers.of(shard.after() + 1),
                shard.last() == null ? null : SequenceNumbers.of(shard.last()));
    }
}
