import { useId } from 'react';
import { Control } from '../controls/Control.tsx';
import { takesLabel } from '../controls/registry.ts';
import { child, stepInto } from '../model/path.ts';
import { isShort, soleField } from '../model/shape.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { HostNote } from './HostNote.tsx';
import type { FieldProps } from './types.ts';

/** A field with one input. An object that exists for its only field is drawn as that field, under its own name. */
export function ControlField(props: FieldProps) {
  const { field, value, path, keep } = props;
  const id = useId();
  const sole = soleField(field, value);
  if (sole) {
    return (
      <ControlField
        {...props}
        field={sole}
        value={stepInto(value, sole.name)}
        path={child(path, sole.name)}
      />
    );
  }
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
          {field.reference === 'host' && <HostNote value={value} />}
        </>
      )}
    </FieldFrame>
  );
}
