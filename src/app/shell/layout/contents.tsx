import { lazy, Suspense } from 'react';

// What stands in the panes; the layouts only say where.
export { Canvas as CanvasContent } from '../../canvas/index.ts';
export { SourcePane as YamlContent } from '../../source/index.ts';

// The picture comes first; the form follows while nobody has selected anything yet.
const Inspector = lazy(async () => ({ default: (await import('../../inspector/index.ts')).Inspector }));

export function FormContent() {
  return (
    <Suspense fallback={null}>
      <Inspector />
    </Suspense>
  );
}
