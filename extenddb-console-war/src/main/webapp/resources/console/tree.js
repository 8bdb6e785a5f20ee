/* The item as a tree of typed fields beside its text. The text is the item; the tree reads it and writes it. */
(function () {
  'use strict';
  const doc = document;
  const TYPES = ['S', 'N', 'B', 'BOOL', 'NULL', 'M', 'L', 'SS', 'NS', 'BS'];
  const BLANK = { S: '', N: '0', B: '', BOOL: false, NULL: true, M: {}, L: [], SS: [''], NS: ['0'], BS: [''] };
  const KEY_TYPES = ['S', 'N', 'B'];
  let tree = null;
  let text = null;
  let root = null;

  // ---- what the tree holds: entries of a name and a typed value, so that a name can be empty or double while it is typed
  function entries(map) { return Object.keys(map).map((name) => ({ name, node: node(map[name]) })); }
  function node(typed) {
    const type = Object.keys(typed)[0];
    if (!TYPES.includes(type)) throw new Error('no type');
    const value = typed[type];
    if (type === 'M') return { type, entries: entries(value) };
    if (type === 'L') return { type, elements: value.map(node) };
    return { type, value: Array.isArray(value) ? value.slice() : value };
  }
  // Written by hand: as an object's members, __proto__ would vanish, 10 would come before 9, and of a name that is there twice one would win in silence.
  function written(list, indent) {
    return block('{', '}', indent, list.map((entry) => JSON.stringify(entry.name) + ': ' + typed(entry.node, indent + '  ')));
  }
  function typed(at, indent) {
    const inner = indent + '  ';
    const value = at.type === 'M' ? written(at.entries, inner)
      : at.type === 'L' ? block('[', ']', inner, at.elements.map((each) => typed(each, inner + '  ')))
      : JSON.stringify(at.value);
    return block('{', '}', indent, [JSON.stringify(at.type) + ': ' + value]);
  }
  function block(begin, end, indent, lines) {
    return lines.length ? begin + '\n' + lines.map((line) => indent + '  ' + line).join(',\n') + '\n' + indent + end : begin + end;
  }

  // ---- the text
  function read() {
    if (tree.dataset.plain === 'true') return say(tree.dataset.labelPlain);
    try {
      const parsed = JSON.parse(text.value);
      root = entries(parsed);
    } catch (e) {
      return say(tree.dataset.labelBroken);
    }
    return draw();
  }
  function write() {
    text.value = written(root, '');
    text.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
  }
  function say(words) {
    root = null;
    const note = doc.createElement('p');
    note.className = 'muted';
    note.textContent = words;
    tree.replaceChildren(note);
  }

  // ---- drawing: elements and their values, never markup
  function element(tag, className, attributes) {
    const el = doc.createElement(tag);
    el.className = className;
    Object.entries(attributes || {}).forEach(([name, value]) => el.setAttribute(name, value));
    return el;
  }
  function button(label, icon, act) {
    const el = element('button', 'ui-button compact' + (icon === 'plus' ? ' plain' : ' icon'), { type: 'button', 'aria-label': label, title: label });
    el.appendChild(element('i', 'pi pi-' + icon, { 'aria-hidden': 'true' }));
    if (icon === 'plus') el.appendChild(doc.createTextNode(label));
    el.addEventListener('click', act);
    return el;
  }
  function draw(focus) {
    tree.replaceChildren(...level(root, ''), adder(root, ''));
    if (focus) { const el = tree.querySelector('[data-path="' + CSS.escape(focus) + '"]'); if (el) el.focus(); }
  }
  function changed(focus) { write(); draw(focus); }
  function level(list, path) {
    return list.map((entry, i) => row(entry, list, i, path + '/' + i));
  }
  function adder(list, path) {
    return button(tree.dataset.labelAdd, 'plus', () => {
      list.push({ name: '', node: { type: 'S', value: '' } });
      changed(path + '/' + (list.length - 1) + '/name');
    });
  }
  function row(entry, list, i, path) {
    const key = list === root && tree.dataset.keys.split(',').includes(entry.name);
    const fixed = key && tree.dataset.fixed === 'true';
    const line = element('div', 'node');
    const name = element('input', 'name', { 'aria-label': tree.dataset.labelName, 'data-path': path + '/name', autocomplete: 'off', spellcheck: 'false' });
    name.value = entry.name;
    name.readOnly = key;
    name.addEventListener('input', () => { entry.name = name.value; write(); });
    const head = element('div', 'line');
    head.append(name, types(entry, key, entry.name, path), ...value(entry, entry.name, fixed, path));
    if (!key) head.append(button(tree.dataset.labelRemove + ' ' + entry.name, 'times', () => { list.splice(i, 1); changed(); }));
    line.append(head, ...children(entry.node, path));
    return line;
  }
  function types(holder, key, name, path) {
    const select = element('select', 'kind', { 'aria-label': tree.dataset.labelType + ' ' + name, 'data-path': path + '/type' });
    (key ? KEY_TYPES : TYPES).forEach((type) => {
      const option = element('option', '');
      option.value = option.textContent = type;
      select.appendChild(option);
    });
    select.value = holder.node.type;
    select.disabled = key;
    select.addEventListener('change', () => { holder.node = turned(holder.node, select.value); changed(path + '/type'); });
    return select;
  }
  /** Keeps what was typed where the new type can hold it. */
  function turned(old, type) {
    const simple = ['S', 'N', 'B'];
    const sets = ['SS', 'NS', 'BS'];
    const keeps = (simple.includes(old.type) && simple.includes(type)) || (sets.includes(old.type) && sets.includes(type));
    if (type === 'M') return { type, entries: [] };
    if (type === 'L') return { type, elements: sets.includes(old.type) ? old.value.map((each) => ({ type: old.type[0], value: each })) : [] };
    return { type, value: keeps ? old.value : structuredClone(BLANK[type]) };
  }
  function value(holder, name, fixed, path) {
    const at = holder.node;
    const label = tree.dataset.labelValue + ' ' + name;
    if (at.type === 'BOOL') {
      const box = element('select', 'value', { 'aria-label': label, 'data-path': path + '/value' });
      ['true', 'false'].forEach((each) => { const option = element('option', ''); option.value = option.textContent = each; box.appendChild(option); });
      box.value = String(at.value);
      box.addEventListener('change', () => { at.value = box.value === 'true'; write(); });
      return [box];
    }
    if (!KEY_TYPES.includes(at.type)) {
      const count = { M: () => at.entries.length, L: () => at.elements.length, NULL: () => null }[at.type];
      const note = element('span', 'muted small value');
      const many = count ? count() : at.value.length;
      note.textContent = many === null ? 'null' : String(many);
      return [note];
    }
    const long = at.type === 'S' && (at.value.length > 60 || at.value.includes('\n'));
    const field = element(long ? 'textarea' : 'input', 'value', { 'aria-label': label, 'data-path': path + '/value', autocomplete: 'off', spellcheck: 'false' });
    if (at.type === 'N') field.inputMode = 'decimal';
    if (long) field.rows = Math.min(6, 1 + Math.ceil(at.value.length / 60));
    field.value = at.value;
    field.readOnly = fixed;
    field.addEventListener('input', () => { at.value = field.value; write(); });
    return [field];
  }
  function children(at, path) {
    const inner = element('div', 'children');
    if (at.type === 'M') inner.append(...level(at.entries, path), adder(at.entries, path));
    else if (at.type === 'L') inner.append(...at.elements.map((each, i) => listed(at.elements, i, path + '/' + i)), more(at.elements, path, () => ({ type: 'S', value: '' })));
    else if (Array.isArray(at.value)) inner.append(...at.value.map((each, i) => member(at, i, path + '/' + i)), more(at.value, path, () => (at.type === 'NS' ? '0' : '')));
    else return [];
    return [inner];
  }
  function more(list, path, fresh) {
    return button(tree.dataset.labelElement, 'plus', () => { list.push(fresh()); changed(path + '/' + (list.length - 1) + '/value'); });
  }
  function listed(elements, i, path) {
    const holder = { get node() { return elements[i]; }, set node(next) { elements[i] = next; } };
    const line = element('div', 'node');
    const head = element('div', 'line');
    const index = element('span', 'muted small index');
    index.textContent = '[' + i + ']';
    head.append(index, types(holder, false, '[' + i + ']', path), ...value(holder, '[' + i + ']', false, path),
      button(tree.dataset.labelRemove + ' [' + i + ']', 'times', () => { elements.splice(i, 1); changed(); }));
    line.append(head, ...children(elements[i], path));
    return line;
  }
  function member(at, i, path) {
    const head = element('div', 'line');
    const field = element('input', 'value', { 'aria-label': tree.dataset.labelValue + ' ' + (i + 1), 'data-path': path + '/value', autocomplete: 'off' });
    field.value = at.value[i];
    field.addEventListener('input', () => { at.value[i] = field.value; write(); });
    head.append(field, button(tree.dataset.labelRemove + ' ' + (i + 1), 'times', () => { at.value.splice(i, 1); changed(); }));
    return head;
  }

  // ---- drawn again whenever Faces has drawn the form again
  function begin() {
    if (tree === doc.getElementById('tree')) return;
    tree = doc.getElementById('tree');
    if (!tree) return;
    text = doc.getElementById(tree.dataset.text);
    text.addEventListener('input', read);
    read();
    if (tree.dataset.fixed === 'false' || !doc.activeElement || doc.activeElement === doc.body) {
      const first = tree.querySelector('.value:not([readonly])');
      if (first) first.focus();
    }
  }
  function ready() {
    begin();
    if (window.jQuery) jQuery(doc).on('pfAjaxComplete', begin);
  }
  if (doc.readyState === 'loading') doc.addEventListener('DOMContentLoaded', ready); else ready();
})();
