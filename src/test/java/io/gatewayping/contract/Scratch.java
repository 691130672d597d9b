package io.gatewayping.contract;
public class Scratch { public static void main(String[] a) { long t=System.nanoTime(); Contract c = a.length>0? Contract.load(java.nio.file.Path.of(a[0])): Contract.builtIn(); System.out.println((System.nanoTime()-t)/1000000+" ms");
 for (Clause k: c.clauses()) System.out.println(k.id()+" | "+k.basis()+" | "+k.text()); System.out.println(c.clauses().size()); 
 t=System.nanoTime(); Contract.builtIn(); System.out.println((System.nanoTime()-t)/1000000+" ms again"); } }
