import { lazy, Suspense } from 'react';
import { isLessonShown } from '../../lesson/here.ts';
import { presentStore } from '../../present/presentStore.ts';
import { useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { NarrowLayout } from './NarrowLayout.tsx';
import { PanelLayout } from './PanelLayout.tsx';
import { useLayoutWidth } from './width.ts';

const Presenter = lazy(async () => ({ default: (await import('../../present/chunk.ts')).Presenter }));

/** The panes, arranged for the window's width, or for a room to see. */
export function Layout() {
  const lesson = useSessionState(isLessonShown);
  const width = useLayoutWidth(lesson);
  const presenting = useStore(presentStore, ({ now }) => now !== null);
  if (presenting)
    return (
      <Suspense fallback={null}>
        <Presenter />
      </Suspense>
    );
  return width === 'narrow' ? <NarrowLayout /> : <PanelLayout key={width} width={width} />;
}
