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

/** Puts the theme on the document, where the tokens read it. */
export function useThemeOnDocument(): void {
  const theme = useResolvedTheme();
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
