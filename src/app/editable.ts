/** Whether what is shown may be changed. A page that is embedded to be looked at says no before anything is drawn, and stays so. */
export const page = { readOnly: false };
