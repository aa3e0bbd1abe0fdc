import { useEffect } from 'react';
import type { ResourceId } from '../../../istio/index.ts';
import { useSessionState } from '../../session.tsx';
import type { FormModel } from './context.ts';
import { showPlace } from './places.ts';

/** Opens, scrolls to and marks what is selected elsewhere. The keyboard stays where it is. */
export function useFollowedSelection(form: FormModel, id: ResourceId): void {
  const selection = useSessionState((state) => state.selection);
  useEffect(() => {
    if (!selection || selection.resource !== id || selection.origin === 'form') return;
    form.reveal(selection.path);
    showPlace(form.root.get(), selection.path);
  }, [form, id, selection]);
}
