/** On the page of an exercise that was opened after its time. */
export const TIME_OVER = 'The time is over.';
export const HAND_IN_TO_SEE = 'Hand in to see the answers. You get no more time after that.';
export const MORE_TIME = 'For more time, quit and type this:';
