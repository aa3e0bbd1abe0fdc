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
          // The foot of the form: always in view, wherever the form is scrolled to.
          const anchor = form.root.get()?.parentElement?.querySelector<HTMLElement>('[data-hint]');
          if (anchor) form.picker.set({ within: ROOT, anchor });
        },
      }),
    [form],
  );
}
