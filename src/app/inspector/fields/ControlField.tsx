import { useId } from 'react';
import { Control } from '../controls/Control.tsx';
import { takesLabel } from '../controls/registry.ts';
import { isShort } from '../model/shape.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { HostNote } from './HostNote.tsx';
import type { FieldProps } from './types.ts';

/** A field with one input. */
export function ControlField(props: FieldProps) {
  const { field, value, path, keep } = props;
  const id = useId();
  return (
    <FieldFrame {...props} id={id} bound={takesLabel(field)} short={isShort(field)}>
      {({ labelId, describedBy, invalid }) => (
        <>
          <Control
            field={field}
            value={value}
            path={path}
            id={id}
            labelledBy={labelId}
            describedBy={describedBy}
            invalid={invalid}
            keep={keep}
          />
          {field.reference === 'host' && <HostNote value={value} path={path} />}
        </>
      )}
    </FieldFrame>
  );
}
