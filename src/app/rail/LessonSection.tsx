import { lazy, Suspense } from 'react';
import { lessonHere } from '../lesson/here.ts';
import { useSessionState } from '../session.tsx';
import { Section } from './Section.tsx';

const LessonSteps = lazy(async () => ({ default: (await import('../lesson/chunk.ts')).LessonSteps }));

/** The running lesson, where the workspace is one's: its steps, and how they stand. */
export function LessonSection() {
  const title = useSessionState((state) => lessonHere(state)?.title ?? null);
  if (title === null) return null;
  return (
    <Section name="lesson" title={`Lesson · ${title}`}>
      <Suspense fallback={null}>
        <LessonSteps />
      </Suspense>
    </Section>
  );
}
