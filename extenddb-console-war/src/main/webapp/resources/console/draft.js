/* What was typed and not saved outlives the page: a session that ends, a browser that is closed by mistake, a way back. Kept for this tab alone. */
(function () {
  'use strict';
  const doc = document;
  const PREFIX = 'extenddb/draft/';
  const key = PREFIX + doc.body.dataset.place + location.search;
  const note = doc.getElementById('draft');
  let base = null;

  function text() { return doc.querySelector('[data-draft]'); }
  function kept() {
    try { return JSON.parse(sessionStorage.getItem(key)); } catch (e) { return null; }
  }
  function keep() {
    const value = text().value;
    note.hidden = true;
    try {
      if (value === base) sessionStorage.removeItem(key); else sessionStorage.setItem(key, JSON.stringify({ base, value, plain: plain() }));
    } catch (e) { /* full, or forbidden: nothing is kept */ }
  }
  function plain() { return doc.getElementById('tree').dataset.plain; }
  function offer() {
    const draft = kept();
    base = text().value;
    note.hidden = !draft || draft.value === base || draft.plain !== plain();
    note.querySelector('.since').hidden = !draft || draft.base === base;
  }
  doc.addEventListener('input', (event) => { if (event.target.matches('[data-draft]')) keep(); });
  doc.addEventListener('keyup', (event) => { if (event.target.matches('[data-draft]')) keep(); });
  note.querySelector('.resume').addEventListener('click', () => {
    text().value = kept().value;
    text().dispatchEvent(new Event('input', { bubbles: true }));
    text().dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
    text().focus();
  });
  note.querySelector('.drop').addEventListener('click', () => { sessionStorage.removeItem(key); note.hidden = true; });
  doc.addEventListener('extenddb:saved', () => {
    base = text().value;
    keep();
  });
  offer();
})();
