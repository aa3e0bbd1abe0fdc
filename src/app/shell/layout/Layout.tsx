import { isLessonShown } from '../../lesson/here.ts';
import { useSessionState } from '../../session.tsx';
import { NarrowLayout } from './NarrowLayout.tsx';
import { PanelLayout } from './PanelLayout.tsx';
import { useLayoutWidth } from './width.ts';

/** The panes, arranged for the window's width. */
export function Layout() {
  const lesson = useSessionState(isLessonShown);
  const width = useLayoutWidth(lesson);
  return width === 'narrow' ? <NarrowLayout /> : <PanelLayout key={width} width={width} />;
}
