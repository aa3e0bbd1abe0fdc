import { memo } from 'react';
import { child, stepInto } from '../model/path.ts';
import { fits, isLeaf, soleField } from '../model/shape.ts';
import { PlainValue } from './PlainValue.tsx';
import type { FieldViewProps } from './renderer.ts';
import { viewFor } from './views.ts';

const kinds = {
  object: 'fields',
  map: 'keys and values',
  list: 'a list',
} as Record<string, string>;

/** One member of an object, drawn as its schema says. Asleep as long as nothing about it changes. */
export const FieldView = memo(function FieldView(props: FieldViewProps) {
  const { field, value, path, label, keep } = props;
  if (value !== undefined && !fits(field, value)) {
    return (
      <PlainValue
        title={label}
        why={`Istio expects ${kinds[field.kind] ?? 'a single value'} here, so the form cannot edit this. Mend it in the YAML, or remove it.`}
        value={value}
        path={path}
        keep={keep}
      />
    );
  }
  const sole = isLeaf(field, value) ? soleField(field, value) : undefined;
  if (sole) {
    // An object that exists for its only field is drawn as that field, under its own name.
    const named = {
      ...props,
      field: sole,
      value: stepInto(value, sole.name),
      path: child(path, sole.name),
      outer: props.outer ?? path,
    };
    return <FieldView {...named} />;
  }
  const View = viewFor(field, value, path);
  return <View {...props} />;
});
