import { useId } from 'react';
import { NameControl } from '../controls/NameControl.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldViewProps } from './renderer.ts';

/** The name of a resource: changed in one piece, and everywhere it is referred to. */
export function NameView({ field, value, path, label, keep, fieldBase }: FieldViewProps) {
  const id = useId();
  return (
    <FieldFrame
      {...{ field: { ...field, required: true }, value, path, label, keep, id }}
      base={fieldBase}
      bound
      short
    >
      {({ describedBy, invalid }) => <NameControl {...{ field, value, path, id, describedBy, invalid }} />}
    </FieldFrame>
  );
}
