// Runs before the first paint, so that a dark page does not flash white. The app goes on from here.
(() => {
  const asked = new URLSearchParams(location.search);
  const embedded = asked.has('embed');
  let theme = embedded ? asked.get('theme') : null;
  try {
    // Inside of another page it is that page's author who chooses.
    if (!embedded) theme = localStorage.getItem('meshwright.theme');
  } catch {
    // Storage is switched off: then the system decides.
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.dataset.theme = theme;

  // A script that does not come leaves nothing that could say so. Seen before it is asked for, because this file comes first.
  const closedOff = window.origin === 'null';
  addEventListener(
    'error',
    ({ target }) => {
      const root = document.getElementById('root');
      if (!(target instanceof HTMLScriptElement) || !root || root.childElementCount > 0) return;
      root.setAttribute('role', 'alert');
      root.style.cssText =
        'max-width: 36em; margin: 0 auto; padding: 2em 1em; font: 15px/1.5 system-ui, sans-serif';
      root.textContent = closedOff
        ? 'Meshwright cannot be shown in this closed frame: its host does not send the header “Access-Control-Allow-Origin: *”, which a frame with sandbox="allow-scripts" needs. The host can add it, or the page around can add allow-same-origin.'
        : 'Meshwright could not be loaded. Check the connection, and load the page again.';
    },
    true,
  );
})();
