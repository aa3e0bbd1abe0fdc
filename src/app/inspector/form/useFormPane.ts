import { useEffect } from 'react';
import { registerPane } from '../../commands/panes.ts';
import { ROOT } from '../model/path.ts';
import type { FormModel } from './context.ts';
import { showPlace } from './places.ts';

/** Lets commands reach the form. */
export function useFormPane(form: FormModel): void {
  useEffect(
    () =>
      registerPane('inspector', {
        focus() {
          const { activeElement } = document;
          if (form.root.get()?.contains(activeElement)) return;
          form.root.get()?.querySelector<HTMLElement>('input, textarea, [role="combobox"], button')?.focus();
        },
        revealField(path) {
          form.open(path);
          form.reveal(path, 'input');
          showPlace(form.root.get(), path);
        },
        addField() {
          const anchor = form.root.get()?.querySelector<HTMLElement>('[data-add-field]');
          if (anchor) form.picker.set({ within: ROOT, anchor });
        },
      }),
    [form],
  );
}
