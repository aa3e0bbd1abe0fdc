/** Whether ⌘ is the key for shortcuts here. */
export const isMac = /mac|iphone|ipad/i.test(navigator.platform);
