/** One task of the bench in a process of its own: node child.mjs TASK ARGUMENTS… */
import { tasks } from './tasks.ts'

const [, , name, ...words] = process.argv
const act = await tasks[name](words)
console.log('ready')
const told = await act()
if (told !== undefined) console.log(JSON.stringify(told))
