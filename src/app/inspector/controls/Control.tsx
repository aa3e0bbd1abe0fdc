import { createElement } from 'react';
import { controlFor } from './registry.ts';
import type { ControlProps } from './types.ts';

/** The input that a field gets. */
export function Control(props: ControlProps) {
  return createElement(controlFor(props.field), props);
}
