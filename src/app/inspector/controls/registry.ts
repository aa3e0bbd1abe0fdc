import type { ComponentType } from 'react';
import type { Field } from '../../../istio/index.ts';
import { isTextChoice } from '../model/shape.ts';
import { suggests } from '../model/suggest.ts';
import { AnyControl } from './AnyControl.tsx';
import { BooleanControl } from './BooleanControl.tsx';
import { EnumControl } from './EnumControl.tsx';
import { SuggestControl } from './SuggestControl.tsx';
import { TextChoiceControl } from './TextChoiceControl.tsx';
import { TextControl } from './TextControl.tsx';
import type { ControlProps } from './types.ts';

type Entry = readonly [applies: (field: Field) => boolean, control: ComponentType<ControlProps>];

/** Which input a field gets: the first entry that applies. A new kind of input is one line here. */
const controls: readonly Entry[] = [
  [isTextChoice, TextChoiceControl],
  [(field) => field.kind === 'boolean', BooleanControl],
  [(field) => field.kind === 'enum', EnumControl],
  [(field) => field.kind === 'any', AnyControl],
  [suggests, SuggestControl],
  [() => true, TextControl],
];

export function controlFor(field: Field): ComponentType<ControlProps> {
  return controls.find(([applies]) => applies(field))?.[1] ?? TextControl;
}

/** Whether the input is one element that a label can point at. */
export function takesLabel(field: Field): boolean {
  const control = controlFor(field);
  return (
    control === TextControl ||
    control === SuggestControl ||
    control === AnyControl ||
    control === TextChoiceControl
  );
}
