/* What readers keep for themselves, in their own browser: saved queries of a table, the history of the workbench. */
(function () {
  'use strict';
  const doc = document;
  const PREFIX = 'extenddb/';
  const MOST = 50;

  function list(place) {
    try { return JSON.parse(localStorage.getItem(PREFIX + place)) || []; } catch (e) { return []; }
  }
  function keep(place, all) {
    try { localStorage.setItem(PREFIX + place, JSON.stringify(all.slice(0, MOST))); } catch (e) { /* full, or forbidden: nothing is kept */ }
  }
  function element(tag, className, text) {
    const el = doc.createElement(tag);
    el.className = className;
    if (text !== undefined) el.textContent = text;
    return el;
  }
  function remover(label, act) {
    const el = element('button', 'ui-button icon compact');
    el.type = 'button';
    el.setAttribute('aria-label', label);
    el.title = label;
    el.appendChild(element('i', 'pi pi-times'));
    el.addEventListener('click', act);
    return el;
  }

  // ---- queries: a name and the address that holds the form
  function showQueries(box) {
    const place = box.dataset.place;
    const rows = list(place).map((query, i) => {
      const item = element('li', 'row tight');
      const link = element('a', 'grow', query.name);
      link.href = 'items.xhtml' + (query.address.startsWith('?') ? query.address : '');
      item.append(link, remover(box.dataset.labelRemove + ' ' + query.name, () => {
        const all = list(place);
        all.splice(i, 1);
        keep(place, all);
        showQueries(box);
      }));
      return item;
    });
    box.querySelector('ul').replaceChildren(...rows);
    box.querySelector('.none').hidden = rows.length > 0;
  }
  function saveQuery(box) {
    const field = box.querySelector('input');
    const name = field.value.trim();
    if (!name) { field.focus(); return; }
    const others = list(box.dataset.place).filter((query) => query.name !== name);
    keep(box.dataset.place, [{ name, address: location.search }, ...others]);
    field.value = '';
    showQueries(box);
  }

  // ---- the workbench: the fields of each trial
  const FIELDS = ['kind', 'key', 'expression', 'names', 'values', 'item'];
  function showTrials(box) {
    const rows = list(box.dataset.place).map((trial) => {
      const item = element('li', '');
      const button = element('button', 'ui-button plain compact mono', trial.expression);
      button.type = 'button';
      button.title = trial.expression;
      button.addEventListener('click', () => {
        FIELDS.filter((name) => trial[name] !== undefined).forEach((name) => { doc.getElementById('try:' + name).value = trial[name]; });
        doc.getElementById('try:expression').focus();
      });
      item.appendChild(button);
      return item;
    });
    box.querySelector('ul').replaceChildren(...rows);
    box.querySelector('.none').hidden = rows.length > 0;
  }
  function addTrial(box) {
    const trial = {};
    FIELDS.forEach((name) => { trial[name] = doc.getElementById('try:' + name).value; });
    const same = (other) => FIELDS.every((name) => other[name] === trial[name]);
    keep(box.dataset.place, [trial, ...list(box.dataset.place).filter((other) => !same(other))]);
    showTrials(box);
  }

  function ready() {
    const queries = doc.getElementById('queries');
    if (queries) {
      showQueries(queries);
      queries.querySelector('.save').addEventListener('click', () => saveQuery(queries));
      queries.querySelector('input').addEventListener('keydown', (event) => {
        if (event.key === 'Enter') { event.preventDefault(); saveQuery(queries); }
      });
    }
    const trials = doc.getElementById('trials');
    if (trials) {
      showTrials(trials);
      doc.getElementById('try:run').addEventListener('click', () => addTrial(trials));
    }
  }
  if (doc.readyState === 'loading') doc.addEventListener('DOMContentLoaded', ready); else ready();
})();
