/* Puts statements together for people who do not know the JSON of policies by heart. The text stays what is saved. */
(function () {
  'use strict';
  const doc = document;
  const ACTIONS = {
    read: ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'DescribeTable', 'ConditionCheckItem'],
    write: ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
    streams: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'],
    manage: ['CreateTable', 'UpdateTable', 'DeleteTable', 'UpdateTimeToLive', 'DescribeTimeToLive', 'TagResource', 'UntagResource', 'ListTagsOfResource'],
    backups: ['CreateBackup', 'ListBackups', 'DescribeBackup', 'DeleteBackup', 'RestoreTableFromBackup', 'UpdateContinuousBackups', 'DescribeContinuousBackups', 'RestoreTableToPointInTime'],
  };
  function resources(table, account) {
    const arn = 'arn:aws:dynamodb:*:' + account + ':table/' + table;
    return table === '*' ? '*' : [arn, arn + '/index/*', arn + '/stream/*'];
  }
  function add(box) {
    const text = doc.getElementById(box.dataset.of);
    const kinds = [...box.querySelectorAll('input[type=checkbox]:checked')].map((each) => each.value);
    const table = box.querySelector('[data-field=table]').value.trim() || '*';
    const problem = box.querySelector('.wrong');
    problem.hidden = kinds.length > 0;
    if (!kinds.length) return;
    let policy = { Version: '2012-10-17', Statement: [] };
    if (text.value.trim()) {
      try { policy = JSON.parse(text.value); } catch (e) { problem.hidden = false; return; }
    }
    const all = Array.isArray(policy.Statement) ? policy.Statement : policy.Statement ? [policy.Statement] : [];
    all.push({
      Effect: box.querySelector('[data-field=effect]').value,
      Action: kinds.flatMap((kind) => ACTIONS[kind].map((action) => 'dynamodb:' + action)),
      Resource: resources(table, box.dataset.account),
    });
    policy.Statement = all;
    text.value = JSON.stringify(policy, null, 2);
    text.focus();
  }
  doc.addEventListener('click', (event) => {
    const button = event.target.closest('[data-act=statement]');
    if (button) add(button.closest('.builder'));
  });
})();
