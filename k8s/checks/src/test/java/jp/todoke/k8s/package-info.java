/** The manifests as a cluster would see them, compared with the programs that they start. */
package jp.todoke.k8s;
