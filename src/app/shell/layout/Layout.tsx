import { NarrowLayout } from './NarrowLayout.tsx';
import { PanelLayout } from './PanelLayout.tsx';
import { useWidth } from './width.ts';

/** The panes, arranged for the window's width. */
export function Layout() {
  const width = useWidth();
  return width === 'narrow' ? <NarrowLayout /> : <PanelLayout key={width} width={width} />;
}
