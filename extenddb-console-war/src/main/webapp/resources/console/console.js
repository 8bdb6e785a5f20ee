/* The console's own behaviour: keyboard, theme, copying, notice of the session's end. No inline scripts: the policy forbids them. */
(function () {
  'use strict';
  const doc = document;
  const typing = (el) => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));
  const byId = (id) => doc.getElementById(id);

  // ---- theme: remembered in a cookie, so that the server sends the page in it
  function setTheme(theme) {
    doc.documentElement.dataset.theme = theme;
    const secure = location.protocol === 'https:' ? ';Secure' : '';
    doc.cookie = 'extenddb-theme=' + theme + ';Path=/console;Max-Age=31536000;SameSite=Strict' + secure;
    showTheme();
  }
  function showTheme() {
    const button = byId('theme');
    if (!button) return;
    const theme = doc.documentElement.dataset.theme;
    button.querySelector('.pi').className = 'pi pi-' + { auto: 'desktop', light: 'sun', dark: 'moon' }[theme];
    button.setAttribute('aria-label', button.dataset['label' + theme[0].toUpperCase() + theme.slice(1)]);
    button.title = button.getAttribute('aria-label');
  }
  function nextTheme() {
    const themes = ['auto', 'light', 'dark'];
    setTheme(themes[(themes.indexOf(doc.documentElement.dataset.theme) + 1) % 3]);
  }

  // ---- clicks
  doc.addEventListener('click', (event) => {
    const el = event.target.closest('[data-act]');
    if (!el) return;
    const act = el.dataset.act;
    if (act === 'theme') nextTheme();
    if (act === 'keys') openKeys();
    if (act === 'copy') copy(el);
    if (act === 'stay') stay();
    if (act === 'dismiss') el.closest('[data-dismissable]').hidden = true;
    if (act === 'download') saveText(el);
  });
  function textOf(el) {
    const source = byId(el.dataset.of);
    return source.value === undefined ? source.textContent : source.value;
  }
  function copy(el) {
    navigator.clipboard.writeText(textOf(el)).then(() => {
      const icon = el.querySelector('.pi');
      icon.className = 'pi pi-check';
      setTimeout(() => { icon.className = 'pi pi-copy'; }, 1500);
    });
  }
  function saveText(el) {
    const link = doc.createElement('a');
    link.href = URL.createObjectURL(new Blob([textOf(el)], { type: 'text/plain' }));
    link.download = el.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  // ---- confirmation by typing a name
  function guard(field) {
    const button = field.form.querySelector('.needs-name');
    if (!button) return;
    button.disabled = field.value !== field.dataset.mustBe;
    button.classList.toggle('ui-state-disabled', button.disabled);
  }
  doc.addEventListener('input', (event) => {
    if (event.target.dataset.mustBe !== undefined) guard(event.target);
    if (event.target.dataset.queryKey !== undefined) showOperation(event.target);
  });
  function guardAll() { doc.querySelectorAll('[data-must-be]').forEach(guard); }

  // ---- a filled partition key makes it a Query
  function showOperation(field) {
    const button = doc.querySelector('[data-query]');
    const label = button && button.querySelector('.ui-button-text');
    if (label) label.textContent = field.value ? button.dataset.query : button.dataset.scan;
  }

  // ---- keyboard
  const places = { t: 'tables.xhtml', d: 'dashboard.xhtml', u: 'users.xhtml', w: 'workbench.xhtml', p: 'policies.xhtml' };
  let leading = 0;
  function openKeys() {
    const dialog = byId('keys');
    if (dialog && !dialog.open) dialog.showModal();
  }
  doc.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      const button = doc.querySelector('.ui-dialog:not([aria-hidden="true"]) .on-ctrl-enter') || doc.querySelector('.on-ctrl-enter');
      if (button) { event.preventDefault(); button.click(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const now = Date.now();
    if (now - leading < 1200 && places[event.key]) { location.href = places[event.key]; return; }
    leading = event.key === 'g' ? now : 0;
    if (event.key === '/') { const field = doc.querySelector('.find input'); if (field) { event.preventDefault(); field.focus(); field.select(); } }
    if (event.key === '?') openKeys();
    if (event.key === 'n') { const link = doc.querySelector('.on-n'); if (link) { event.preventDefault(); link.click(); } }
    if (event.key === 'f') { const field = doc.querySelector('.on-f'); if (field) { event.preventDefault(); field.focus(); } }
    if (event.key === '[' || event.key === ']') {
      const link = doc.querySelector(event.key === '[' ? '.on-prev' : '.on-next');
      if (link && !link.disabled) link.click();
    }
  });

  // ---- the address follows the form
  window.extenddb = {
    address(query) { history.replaceState(null, '', location.pathname + query); },
    focus(id) { const el = byId(id); if (el) el.focus(); }
  };

  // ---- end of the session
  let ends = 0;
  function restart() {
    const seconds = Number(doc.body.dataset.sessionSeconds || 0);
    ends = seconds ? Date.now() + seconds * 1000 : 0;
  }
  function stay() {
    fetch('stay.xhtml', { credentials: 'same-origin', redirect: 'manual' }).then(restart);
    byId('timeout').hidden = true;
  }
  setInterval(() => {
    const notice = byId('timeout');
    if (!ends || !notice) return;
    const left = ends - Date.now();
    if (left <= 0) { location.reload(); ends = 0; return; }
    notice.hidden = left > 120000;
    notice.querySelector('[data-left]').textContent = String(Math.ceil(left / 1000));
  }, 1000);

  // ---- requests in the background
  function watchAjax() {
    if (!window.jQuery) return;
    const bar = byId('progress');
    jQuery(doc).on('pfAjaxSend', () => { bar.classList.add('on'); });
    jQuery(doc).on('pfAjaxComplete', () => { bar.classList.remove('on'); restart(); guardAll(); });
  }

  // ---- what scrolls can be scrolled by the keyboard as well
  function reachScrolled() {
    doc.querySelectorAll('.scroll, .ui-datatable-tablewrapper').forEach((el) => {
      if (el.scrollWidth > el.clientWidth) el.tabIndex = 0; else el.removeAttribute('tabindex');
    });
  }

  function watchScrolled() {
    const content = byId('content');
    reachScrolled();
    if (content) new MutationObserver(() => requestAnimationFrame(reachScrolled)).observe(content, { childList: true, subtree: true });
  }

  function ready() { showTheme(); restart(); guardAll(); watchAjax(); watchScrolled(); }
  if (doc.readyState === 'loading') doc.addEventListener('DOMContentLoaded', ready); else ready();
})();
