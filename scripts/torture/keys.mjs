// Random keys, pastes and broken sequences: in one process against a model, and in terminals.
export { model } from './model.mjs';
export { terminals } from './terminals.mjs';
