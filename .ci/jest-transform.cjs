/** Types are stripped in place, so that line numbers stay and coverage needs no source maps. */
module.exports = { process: source => ({ code: require('node:module').stripTypeScriptTypes(source) }) }
