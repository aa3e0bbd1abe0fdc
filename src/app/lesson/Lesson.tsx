import { lazy, Suspense } from 'react';

// Nothing of lessons is on the way to the first picture.
const LessonPanel = lazy(async () => ({ default: (await import('./chunk.ts')).LessonPanel }));

/** The running lesson: what is to be read and done. */
export function Lesson() {
  return (
    <Suspense fallback={null}>
      <LessonPanel />
    </Suspense>
  );
}
