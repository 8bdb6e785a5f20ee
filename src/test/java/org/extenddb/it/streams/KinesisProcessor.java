package org.extenddb.it.streams;

import com.amazonaws.services.dynamodbv2.streamsadapter.model.DynamoDBStreamsProcessRecordsInput;
import com.amazonaws.services.dynamodbv2.streamsadapter.processor.DynamoDBStreamsShardRecordProcessor;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;

/** Of one shard, for as long as its lease is held. */
final class KinesisProcessor implements DynamoDBStreamsShardRecordProcessor {
    private final KinesisShards shards;
    private String shardId = "";

    KinesisProcessor(KinesisShards shards) {
        this.shards = shards;
    }

    @Override
    public void initialize(InitializationInput input) {
        shardId = input.shardId();
    }

    @Override
    public void processRecords(DynamoDBStreamsProcessRecordsInput input) {
        input.records().forEach(record -> shards.tell(shardId, record.getRecord()));
        try {
            input.checkpointer().checkpoint();
        } catch (InvalidStateException | ShutdownException e) {
            shards.failed(shardId, e);
        }
    }

    @Override
    public void leaseLost(LeaseLostInput input) {
        shards.leaseLost(shardId);
    }

    @Override
    public void shardEnded(ShardEndedInput input) {
        try {
            input.checkpointer().checkpoint();
            shards.ended(shardId);
        } catch (InvalidStateException | ShutdownException e) {
            shards.failed(shardId, e);
        }
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        // Nothing is kept.
    }
}
