// Runs before the first paint, so that a dark page does not flash white. The app goes on from here.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('meshwright.theme');
  } catch {
    // Storage is switched off: then the system decides.
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.dataset.theme = theme;
})();
