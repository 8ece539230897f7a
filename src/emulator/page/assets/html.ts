/** The page. Everything in it that changes is put there by its script. */
export const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Okta emulator</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='5.5' fill='none' stroke='%234f6bed' stroke-width='4'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/.emulator/page.css">
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="top">
  <div class="brand">
    <svg viewBox="0 0 16 16" width="22" height="22" aria-hidden="true"><circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="4"/></svg>
    <h1><span id="org">emulator</span><small id="url"></small></h1>
  </div>
  <span id="faults" class="pill warn" hidden></span>
  <p id="live" class="live" role="status">connecting</p>
  <button id="reset" type="button" class="danger">Reset</button>
</header>
<nav class="tabs" role="tablist" aria-label="Sections">
  <button role="tab" id="tab-org" aria-controls="panel-org" aria-selected="true" type="button">Org</button>
  <button role="tab" id="tab-requests" aria-controls="panel-requests" aria-selected="false" tabindex="-1" type="button">Requests <b id="count-requests" class="badge">0</b></button>
  <button role="tab" id="tab-limits" aria-controls="panel-limits" aria-selected="false" tabindex="-1" type="button">Rate limits</button>
  <button role="tab" id="tab-outbox" aria-controls="panel-outbox" aria-selected="false" tabindex="-1" type="button">Outbox <b id="count-outbox" class="badge">0</b></button>
</nav>
<main id="main">
  <section id="panel-org" role="tabpanel" aria-labelledby="tab-org" class="split">
    <ul id="kinds" class="kinds" aria-label="Kinds of resources"></ul>
    <div class="sheet">
      <div class="bar">
        <h2 id="kind-title">Users</h2>
        <input id="search" type="search" placeholder="Search name, id, status" aria-label="Search" autocomplete="off">
      </div>
      <div class="scroll"><table id="rows"><thead><tr><th>Name</th><th class="wide">About</th><th>Status</th><th class="wide">Id</th></tr></thead><tbody></tbody></table></div>
      <p id="rows-empty" class="empty" hidden></p>
      <button id="more" type="button" hidden>Show more</button>
    </div>
  </section>
  <section id="panel-requests" role="tabpanel" aria-labelledby="tab-requests" hidden>
    <div class="bar">
      <h2>Requests</h2>
      <input id="filter" type="search" placeholder="Filter by method, path, status" aria-label="Filter requests" autocomplete="off">
    </div>
    <ol id="requests" class="requests"></ol>
    <p id="requests-empty" class="empty">Nothing was asked yet. Requests appear here as they are answered.</p>
  </section>
  <section id="panel-limits" role="tabpanel" aria-labelledby="tab-limits" hidden>
    <div class="bar"><h2>Rate limits</h2><p id="limits-note" class="note"></p></div>
    <ul id="limits" class="limits"></ul>
    <p id="limits-empty" class="empty">No window is open: nothing was asked within the last minute.</p>
  </section>
  <section id="panel-outbox" role="tabpanel" aria-labelledby="tab-outbox" hidden>
    <div class="bar"><h2>Outbox</h2><p class="note">What the org would have mailed or texted. Nothing leaves this machine.</p></div>
    <ol id="outbox" class="outbox"></ol>
    <p id="outbox-empty" class="empty">No messages yet.</p>
  </section>
</main>
<dialog id="drawer" class="drawer" aria-labelledby="drawer-title">
  <div class="bar"><h2 id="drawer-title"></h2><button id="copy" type="button">Copy</button><button id="close" type="button" aria-label="Close">✕</button></div>
  <pre id="drawer-json" tabindex="0"></pre>
</dialog>
<dialog id="sure" class="sure" aria-labelledby="sure-title">
  <h2 id="sure-title">Reset the org?</h2>
  <p>Everything goes back to the seed: resources, ids, the System Log and the outbox.</p>
  <form method="dialog" class="actions"><button value="no" autofocus>Cancel</button><button value="yes" class="danger">Reset</button></form>
</dialog>
<script src="/.emulator/page.js" type="module"></script>
</body>
</html>
`;
