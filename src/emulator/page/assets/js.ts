/** What the page does. Texts of the org are put into it as texts, never as markup. */
export const js = String.raw`
const $ = (id) => document.getElementById(id);
const state = { kind: 'users', search: '', after: undefined, filter: '', tab: 'org' };
const KEPT = 500;

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

async function read(path) {
  const response = await fetch('/.emulator/' + path);
  if (!response.ok) throw new Error(response.status + ' of ' + path);
  return response.json();
}

function later(work, ms) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  };
}

/* JSON in colours */
const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
function showJson(pre, value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  pre.replaceChildren();
  if (typeof value === 'string') return pre.append(text);
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    pre.append(text.slice(at, match.index));
    const kind = match[2] ? 'k' : match[1] ? (match[1] === '"•••"' ? 'm' : 's') : 'n';
    pre.append(make('span', kind, match[1] ?? match[0]), match[2] ?? '');
    at = match.index + match[0].length;
  }
  pre.append(text.slice(at));
}

/* sections */
const tabs = [...document.querySelectorAll('[role=tab]')];
function openTab(name, focus) {
  state.tab = name;
  for (const tab of tabs) {
    const chosen = tab.id === 'tab-' + name;
    tab.setAttribute('aria-selected', String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    $(tab.getAttribute('aria-controls')).hidden = !chosen;
    if (chosen && focus) tab.focus();
  }
  history.replaceState(null, '', '#' + name);
  refresh();
}
for (const [index, tab] of tabs.entries()) {
  tab.addEventListener('click', () => openTab(tab.id.slice(4)));
  tab.addEventListener('keydown', ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step) openTab(tabs[(index + step + tabs.length) % tabs.length].id.slice(4), true);
  });
}

/* the org */
const GOOD = new Set(['ACTIVE', 'VERIFIED', 'ENABLED']);
const BAD = new Set(['DEPROVISIONED', 'INACTIVE', 'LOCKED_OUT', 'SUSPENDED', 'REVOKED', 'DEACTIVATED', 'INVALID']);
function statusPill(status) {
  return make('span', 'pill ' + (GOOD.has(status) ? 'good' : BAD.has(status) ? 'bad' : 'warn'), status);
}

function showKinds(kinds) {
  const focused = document.activeElement?.dataset?.kind;
  $('kinds').replaceChildren(...kinds.map(({ name, label, count }) => {
    const button = make('button');
    button.type = 'button';
    button.dataset.kind = name;
    button.setAttribute('aria-current', String(name === state.kind));
    button.append(make('span', '', label), make('b', '', count.toLocaleString('en')));
    button.addEventListener('click', () => openKind(name));
    const item = make('li');
    item.append(button);
    return item;
  }));
  if (focused) document.querySelector('[data-kind="' + CSS.escape(focused) + '"]')?.focus();
  $('kind-title').textContent = kinds.find(({ name }) => name === state.kind)?.label ?? '';
}

function openKind(name) {
  Object.assign(state, { kind: name, search: '', paged: false });
  $('search').value = '';
  refresh();
}

let asked = 0;
async function showRows(after) {
  const turn = ++asked;
  const query = new URLSearchParams({ search: state.search, ...(after && { after }) });
  const { rows, more } = await read('kinds/' + encodeURIComponent(state.kind) + '?' + query).catch(() => ({ rows: [], more: false }));
  if (turn !== asked) return;
  const body = $('rows').tBodies[0];
  state.paged = after !== undefined;
  if (!after) body.replaceChildren();
  body.append(...rows.map(rowElement));
  state.after = rows.at(-1)?.key ?? after;
  $('more').hidden = !more;
  $('rows').hidden = body.rows.length === 0;
  $('rows-empty').hidden = body.rows.length > 0;
  $('rows-empty').textContent = state.search ? 'Nothing fits the search.' : 'There is nothing of this kind.';
}

function rowElement({ key, title, id, status, about }) {
  const row = make('tr');
  const open = make('button', '', title);
  open.type = 'button';
  const name = make('td');
  name.append(open);
  const standing = make('td');
  if (status) standing.append(statusPill(status));
  row.append(name, make('td', 'about wide', about), standing, make('td', 'id wide', id));
  row.addEventListener('click', () => showResource(key, title));
  return row;
}

async function showResource(key, title) {
  const value = await read('kinds/' + encodeURIComponent(state.kind) + '/' + encodeURIComponent(key));
  $('drawer-title').textContent = title;
  showJson($('drawer-json'), value);
  $('drawer').showModal();
}
$('close').addEventListener('click', () => $('drawer').close());
$('drawer').addEventListener('click', ({ target }) => target === $('drawer') && $('drawer').close());
$('copy').addEventListener('click', async () => {
  await navigator.clipboard?.writeText($('drawer-json').textContent).catch(() => {});
  $('copy').textContent = 'Copied';
  setTimeout(() => { $('copy').textContent = 'Copy'; }, 1200);
});
const searchNow = later(() => showRows(), 120);
$('search').addEventListener('input', () => { state.search = $('search').value; searchNow(); });
$('more').addEventListener('click', () => showRows(state.after));

/* requests */
const requests = new Map();
function addRequest(summary, isNew) {
  if (requests.has(summary.number)) return;
  const item = requestElement(summary);
  if (isNew) item.classList.add('new');
  requests.set(summary.number, item);
  $('requests').prepend(item);
  if (requests.size > KEPT) {
    const [oldest, element] = requests.entries().next().value;
    requests.delete(oldest);
    element.remove();
  }
  $('requests-empty').hidden = true;
  $('count-requests').textContent = String(requests.size);
}

function requestElement(summary) {
  const { number, at, method, target, status, ms } = summary;
  const item = make('li');
  item.dataset.text = (method + ' ' + target + ' ' + status).toLowerCase();
  item.hidden = !item.dataset.text.includes(state.filter);
  const details = make('details');
  const line = make('summary');
  const time = make('time', '', new Date(at).toLocaleTimeString('en-GB'));
  time.dateTime = at;
  const kind = status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
  line.append(time, make('span', 'method ' + method, method), make('span', 'target', target),
    make('span', 'pill ' + kind, status === 0 ? 'cut' : String(status)), make('span', 'ms', ms.toFixed(1) + ' ms'));
  details.append(line);
  details.addEventListener('toggle', () => details.open && details.children.length === 1 && showExchange(details, number));
  item.append(details);
  return item;
}

async function showExchange(details, number) {
  const box = make('div', 'detail');
  details.append(box);
  const exchange = await read('requests/' + number).catch(() => undefined);
  if (!exchange) return box.append(make('p', 'whole', 'This request is not kept any more.'));
  if (exchange.requestId) box.append(make('p', 'whole', 'Request id ' + exchange.requestId));
  for (const [title, message] of [['Request', exchange.request], ['Response', exchange.response]]) {
    const side = make('div');
    if (message.body !== null) {
      const body = make('pre');
      showJson(body, message.body);
      side.append(make('h3', '', title + ' body'), body);
    }
    const head = make('pre', '', message.headers.map(([name, value]) => name + ': ' + value).join('\n'));
    side.append(make('h3', '', title + ' headers'), head);
    box.append(side);
  }
}
$('filter').addEventListener('input', () => {
  state.filter = $('filter').value.toLowerCase();
  for (const item of requests.values()) item.hidden = !item.dataset.text.includes(state.filter);
});

/* rate limits */
function showLimits({ enforced, inFlight, buckets }, now) {
  const note = enforced ? 'Requests above a ceiling are refused.' : 'Announced in headers, not enforced.';
  $('limits-note').textContent = note + ' In flight: ' + inFlight + '.';
  const fullest = [...buckets].sort((one, other) => other.used / other.limit - one.used / one.limit);
  $('limits').replaceChildren(...fullest.map(({ name, limit, used, reset }) => {
    const item = make('li');
    const bar = make('progress', used >= limit ? 'bad' : used >= limit * 0.6 ? 'warn' : '');
    bar.max = limit;
    bar.value = Math.min(used, limit);
    bar.setAttribute('aria-label', name);
    const left = Math.max(0, Math.round(reset - now / 1000));
    item.append(make('span', 'target', name === '/*' ? 'everything else' : name.replaceAll('{}', '{id}')), make('span', 'used', used + ' of ' + limit), bar, make('span', 'left', 'ends in ' + left + ' s'));
    return item;
  }));
  $('limits-empty').hidden = buckets.length > 0;
}

/* outbox */
const MEANS = { email: 'Email', sms: 'Text message', call: 'Call', push: 'Push' };
async function showOutbox() {
  const messages = await read('outbox');
  $('outbox').replaceChildren(...messages.slice(-200).reverse().map(({ kind, purpose, to, text, link, passCode, created }) => {
    const item = make('li');
    const head = make('div', 'head');
    const time = make('time', '', new Date(created).toLocaleString('en-GB'));
    head.append(make('span', 'pill', MEANS[kind] ?? kind), make('strong', '', to), make('span', 'about', purpose.replaceAll('_', ' ').toLowerCase()), time);
    item.append(head, make('span', '', text + (passCode && !text.includes(passCode) ? ' ' + passCode : '')));
    if (link) item.append(make('span', 'link', link));
    return item;
  }));
  $('outbox-empty').hidden = messages.length > 0;
}

/* everything */
async function refresh() {
  const overview = await read('overview').catch(() => undefined);
  if (!overview) return;
  $('org').textContent = overview.org;
  $('url').textContent = overview.url;
  $('faults').hidden = overview.faults === 0;
  $('faults').textContent = overview.faults === 1 ? '1 fault rule' : overview.faults + ' fault rules';
  $('count-outbox').textContent = String(overview.messages);
  showKinds(overview.kinds);
  if (state.tab === 'limits') showLimits(overview.limits, overview.now);
  if (state.tab === 'outbox') await showOutbox();
  // Who reads on, or stands in the table, keeps what is there.
  const busy = state.paged || $('drawer').open || $('rows').contains(document.activeElement);
  if (state.tab === 'org' && !busy) await showRows();
}
const refreshSoon = later(refresh, 250);

$('reset').addEventListener('click', () => $('sure').showModal());
$('sure').addEventListener('close', async () => {
  if ($('sure').returnValue !== 'yes') return;
  $('sure').returnValue = '';
  await fetch('/.emulator/reset', { method: 'POST' });
});

function setLive(on) {
  $('live').textContent = on ? 'live' : 'not connected';
  $('live').className = 'live ' + (on ? 'on' : 'off');
}
const events = new EventSource('/.emulator/events');
events.addEventListener('open', async () => {
  setLive(true);
  for (const summary of await read('requests/summaries')) addRequest(summary, false);
  refresh();
});
events.addEventListener('error', () => setLive(false));
events.addEventListener('request', ({ data }) => {
  addRequest(JSON.parse(data), true);
  refreshSoon();
});
events.addEventListener('reset', () => {
  state.paged = false;
  refresh();
});
setInterval(() => state.tab === 'limits' && refresh(), 1000);
const wanted = location.hash.slice(1);
openTab(tabs.some(({ id }) => id === 'tab-' + wanted) ? wanted : 'org');
`;
