import { ControlField } from './ControlField.tsx';
import type { FieldViewProps } from './renderer.ts';

/** A field with one input among the fields of an object. */
export function ControlView({ field, value, path, label, keep, outer, unmet, fieldBase }: FieldViewProps) {
  return <ControlField {...{ field, value, path, label, keep, outer, unmet }} base={fieldBase} />;
}
