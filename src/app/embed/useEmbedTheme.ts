import { useLayoutEffect } from 'react';
import { useResolvedTheme } from '../theme/useTheme.ts';

/** Puts the theme on the document. It is the frame's own: what a person has chosen for the whole page stays as it is. */
export function useEmbedTheme(): void {
  const theme = useResolvedTheme();
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
