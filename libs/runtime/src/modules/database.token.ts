/** Token of the `Database`; queries ask for `ReadModels` instead. */
export const DATABASE = Symbol('DATABASE');
