// Runs one peer over the questions of a file and prints a line of JSON per form. Every form answers a prefix of the same
// questions and returns its answers, so that the caller can compare each of them with the engine's.
import fs from 'node:fs'

const [, , file] = process.argv
export const input = JSON.parse(fs.readFileSync(file, 'utf8'))

const rounds = 5
const now = () => {
    const { user, system } = process.cpuUsage()
    return { wall: performance.now() * 1e6, cpu: (user + system) * 1e3 }
}

// The clock on the wall or the processor time, whichever is shorter: on a busy machine the first counts others' work, and the
// second counts helper threads.
const since = begun => {
    const ended = now()
    return Math.min(ended.wall - begun.wall, ended.cpu - begun.cpu)
}

/** decide(question) says whether it is allowed, or a promise of that. */
export async function run(form, policies, decide) {
    const { questions, roundMs, atLeast } = input
    let tried = 0
    const warm = now()
    while (tried < questions.length && (tried < 20 || since(warm) < roundMs * 1e6)) await decide(questions[tried++])
    const each = since(warm) / tried
    const count = Math.min(questions.length, Math.max(atLeast, Math.round((roundMs * 1e6) / each)))
    const answers = new Array(count)
    const nanoseconds = []
    for (let r = 0; r < rounds; r++) {
        const begun = now()
        for (let i = 0; i < count; i++) {
            const answer = decide(questions[i])
            answers[i] = typeof answer === 'boolean' ? answer : await answer
        }
        nanoseconds.push(since(begun) / count)
    }
    console.log(JSON.stringify({ form, policies, nanoseconds, answers: answers.map(a => (a ? '1' : '0')).join('') }))
}
