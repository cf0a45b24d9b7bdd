/** The smallest window in which every screen can be read. */
export const LEAST_WINDOW = { columns: 40, rows: 12 };

export const MAKE_ROOM = `Make room: ${LEAST_WINDOW.columns}x${LEAST_WINDOW.rows} or more`;
