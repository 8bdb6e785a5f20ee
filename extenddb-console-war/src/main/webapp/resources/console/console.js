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
    if (act === 'dismiss') el.closest('[data-dismissable]').remove();
    if (act === 'door') door();
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

  // ---- end of the session: it ends by the server's clock, and goes on with what is done in any tab
  const ENDS = 'extenddb/ends';
  let ends = 0;
  let over = false;
  let typed = false;
  function left(seconds) {
    if (!seconds) return;
    ends = Date.now() + Number(seconds) * 1000;
    try { localStorage.setItem(ENDS, String(ends)); } catch (e) { /* each tab for itself, then */ }
  }
  window.addEventListener('storage', (event) => { if (event.key === ENDS && event.newValue) ends = Number(event.newValue); });
  doc.addEventListener('input', (event) => { if (event.target.closest('#content form')) typed = true; });
  /** Asks how long it lasts; as somebody who is there, or as a clock. */
  function ask(headers) {
    return fetch('stay.xhtml', { credentials: 'same-origin', redirect: 'manual', headers }).then((answer) => {
      if (answer.type === 'opaqueredirect') end(); else left(answer.headers.get('Console-Session-Left'));
    });
  }
  function stay() {
    byId('timeout').hidden = true;
    ask({});
  }
  /** What was typed and not sent must not go with the page. */
  function end() {
    over = true;
    byId('timeout').hidden = true;
    if (typed) byId('ended').hidden = false; else door();
  }
  function door() {
    const page = location.pathname.split('/').pop() + location.search;
    location.href = 'signin.xhtml?expired=true&next=' + encodeURIComponent(page);
  }
  function tick() {
    const notice = byId('timeout');
    if (!ends || !notice || over) return;
    const rest = ends - Date.now();
    if (rest <= 0) {
      ends = Date.now() + 15000;
      ask({ 'Console-Poll': 'true' }).catch(() => {});
      return;
    }
    notice.hidden = rest > 120000;
    notice.querySelector('[data-left]').textContent = String(Math.ceil(rest / 1000));
  }
  setInterval(tick, 1000);

  // ---- a tab that finds itself elsewhere than it was
  function showMoved() {
    const place = doc.body.dataset.place;
    const notice = byId('moved');
    if (!place || !notice) return;
    const chosen = /\/place\.xhtml$/.test(location.pathname);
    const before = sessionStorage.getItem('extenddb/place');
    if (before && before !== place && before.split('|')[0] === place.split('|')[0]) {
      notice.querySelector('[data-was]').textContent = before.split('|')[1];
      notice.hidden = false;
    }
    if (chosen) sessionStorage.removeItem('extenddb/place'); else sessionStorage.setItem('extenddb/place', place);
  }
  function forgetRenewal() {
    const address = new URL(location.href);
    if (!address.searchParams.has('renewed')) return;
    address.searchParams.delete('renewed');
    history.replaceState(null, '', address.pathname + address.search);
  }

  // ---- requests in the background
  function watchAjax() {
    if (!window.jQuery) return;
    const bar = byId('progress');
    jQuery.ajaxPrefilter((options, original, xhr) => {
      if (/jakarta\.faces\.source=[^&]*poll(&|$)/.test(String(options.data))) xhr.setRequestHeader('Console-Poll', 'true');
      xhr.always(() => left(xhr.getResponseHeader('Console-Session-Left')));
    });
    jQuery(doc).on('pfAjaxSend', () => { bar.classList.add('on'); });
    jQuery(doc).on('pfAjaxComplete', () => { bar.classList.remove('on'); guardAll(); });
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

  function ready() {
    showTheme();
    left(doc.body.dataset.sessionSeconds);
    showMoved();
    forgetRenewal();
    guardAll();
    watchAjax();
    watchScrolled();
  }
  if (doc.readyState === 'loading') doc.addEventListener('DOMContentLoaded', ready); else ready();
})();
