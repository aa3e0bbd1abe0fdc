import type { RefObject } from 'react';

/** Where menus are drawn: inside the page's main landmark, over everything. The shell puts the element here. */
export const popupRoot: RefObject<HTMLElement | null> = { current: null };
