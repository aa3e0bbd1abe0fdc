import { useLayoutEffect } from 'react';
import type { FormModel } from './context.ts';

/** Who comes back to a form, from another tab or another resource, finds it where they left it. */
export function useKeptScroll(form: FormModel): void {
  useLayoutEffect(() => {
    const root = form.root.get();
    if (!root) return undefined;
    root.scrollTop = form.scrolled;
    const remember = () => {
      form.scrolled = root.scrollTop;
    };
    root.addEventListener('scroll', remember, { passive: true });
    return () => root.removeEventListener('scroll', remember);
  }, [form]);
}
