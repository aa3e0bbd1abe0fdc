import { useEffect, useSyncExternalStore } from 'react';
import { useSessionState } from '../session.tsx';

const query = () => window.matchMedia('(prefers-color-scheme: dark)');

function subscribeToSystem(listener: () => void) {
  const media = query();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** The theme on the screen now: the chosen one, or the system's. */
export function useResolvedTheme(): 'light' | 'dark' {
  const system = useSyncExternalStore(subscribeToSystem, () => (query().matches ? 'dark' : 'light'));
  const chosen = useSessionState((state) => state.preferences.theme);
  return chosen === 'system' ? system : chosen;
}

/** Puts the theme on the document, where the tokens read it, and keeps the choice for `theme.js` at the next start. */
export function useThemeOnDocument(): void {
  const theme = useResolvedTheme();
  const ready = useSessionState((state) => state.ready);
  const chosen = useSessionState((state) => state.preferences.theme);
  useEffect(() => {
    // Until the preferences are read, what `theme.js` found stands.
    if (!ready) return;
    document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem('meshwright.theme', chosen);
    } catch {
      // Storage is switched off: the next start goes by the system.
    }
  }, [theme, chosen, ready]);
}
