import { createContext, useContext, type ComponentType } from 'react';
import type { Path } from '../../../yaml/index.ts';
import type { FieldProps } from './types.ts';

export interface FieldViewProps extends Omit<FieldProps, 'base'> {
  /** Inside a section already. */
  readonly inner: boolean;
  readonly fieldBase: Path;
  readonly sectionBase: Path;
}

/**
 * How fields are drawn, handed down: objects hold fields, and fields can be objects again,
 * so the parts cannot all import one another.
 */
export const FieldViewContext = createContext<ComponentType<FieldViewProps> | null>(null);

export function useFieldView(): ComponentType<FieldViewProps> {
  const view = useContext(FieldViewContext);
  if (!view) throw new Error('Fields need a FieldViewContext around them');
  return view;
}
