import { shapes } from './test/hostile/shapes.ts'
import { compileNote } from './src/compiler/compile-note.ts'
const N = Number(process.argv[2])
const cpu = (f: () => void) => { let best = Infinity; for (let i=0;i<2;i++) { const a=process.cpuUsage(); f(); const u=process.cpuUsage(a); best=Math.min(best,(u.user+u.system)/1000) } return best }
for (const s of Object.values(shapes)) compileNote('a.md', s(2000))
let total=0
for (const [name,s] of Object.entries(shapes)) {
  const [a,b]=[N,4*N].map(n=>{const raw=s(n); return cpu(()=>compileNote('a-en.md',raw))})
  total+=2*(a!+b!)
  const why = compileNote('a-en.md', s(4*N)).problems.find(p=>p.severity==='error')?.message??''
  console.log(((b!/a!>6&&b!>60)?'!! ':'   ')+name.padEnd(32), a!.toFixed(0).padStart(6), b!.toFixed(0).padStart(6), (b!/a!).toFixed(1), why)
}
console.log(total)
