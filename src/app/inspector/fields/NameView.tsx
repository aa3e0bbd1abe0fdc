import { useId } from 'react';
import type { Operation } from '../../../operations/index.ts';
import { NameControl } from '../controls/NameControl.tsx';
import { textOf } from './useTextDraft.ts';
import { useForm } from '../form/context.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldViewProps } from './renderer.ts';

/** A name that others refer to, of the resource or of a subset: changed in one piece, and everywhere. */
export function NameView({ field, value, path, label, keep, outer, unmet, fieldBase }: FieldViewProps) {
  const id = useId();
  const form = useForm();
  const rename = (name: string): Operation => {
    const { id: resource } = form.resource();
    return path[0] === 'metadata'
      ? { kind: 'rename-resource', resource, name }
      : { kind: 'rename-subset', resource, subset: textOf(value), name };
  };
  return (
    <FieldFrame
      {...{ field: { ...field, required: true }, value, path, label, keep, outer, unmet, id }}
      base={fieldBase}
      bound
      short
    >
      {({ describedBy, invalid }) => (
        <NameControl {...{ field, value, path, id, describedBy, invalid, rename }} />
      )}
    </FieldFrame>
  );
}
