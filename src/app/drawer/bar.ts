/** The height of the drawer's row of tabs in pixels: what stays of the drawer when it is closed. */
export const DRAWER_BAR = 36;
