// Made by generate-lower-case.py from Unicode 15.0.0; not to be edited.

import NetSyntax

/// The simple lower-case mappings.
enum LowerCaseData {
  /// The version of Unicode.
  static let version = "15.0.0"

  /// Ranges in the order of scalars: the first and the last scalar (three digits each), the step from one
  /// to the next (one), the lower case of the first (three); the others lie as far from theirs.
  static var ranges: StaticDigits {
    StaticDigits(
      #"""
      01101J101Q03003F103P03H03N103h04004^204104b04f204c04i057204j05:05f205;05h05h103o05i05m205j061061109C\#
      0620642063066066109D067067106806906:109F06;06;106<06>06>107M06?06?109I06@06@109K06A06A106B06C06C109P\#
      06D06D109S06F06F109Y06G06G109X06H06H106I06L06L109_06M06M109b06O06O109e06P06T206Q06V06V10:006W06W106X\#
      06Y06Y10:306\06\106]06^06^10:806_06_106`06a06b10::06c06e206d06g06g10:B06h06h106i06l06l106m0740741076\#
      07507510760770771079078078107907:07:107<07;07K207<07N07^207O07a07a107c07b07d207c07f07f106E07g07g106o\#
      07h08N207i08P08P106N08R08b208S08j08j12aU08k08k108l08m08m106J08n08n12aV0910911092093093106009409410:9\#
      09509510:<09609>20970=`0=b20=a0=f0=f10=g0=o0=o10?c0>60>610>\0>80>:10>]0><0><10?<0>>0>?10?=0>A0>Q10>a\#
      0>S0>[10?30??0??10?G0?H0?^20?I0?d0?d10>h0?g0?g10?h0?i0?i10?b0?j0?j10?k0?m0?o10=k0@00@?10A@0@@0@_10@`\#
      0AP0B020AQ0B:0Bn20B;0C00C010C?0C10C=20C20C@0D^20CA0Da0EF10EQ12P13512d013713712dW13=13=12d]1>P1?_1:]`\#
      1?`1?e11?h1b@1bj113@1bm1bo113m1h01jD21h11jN1jN103O1jP1kn21jQ1l81l?11l01lH1lM11l@1lX1l_11lP1lh1lo11l`\#
      1m81m=11m01mI1mO21mA1mX1m_11mP1n81n?11n01nH1nO11n@1nX1n_11nP1nh1ni11n`1nj1nk11m`1nl1nl11nc1o81o;11mb\#
      1o<1o<11o31oH1oI11o@1oJ1oK11mf1oX1oY11oP1oZ1o[11mj1o\1o\11oU1oh1oi11mh1oj1ok11ml1ol1ol11oc24V24V10?9\#
      24Z24Z101[24[24[103U24b24b125>25P25_125`26326312642Bf2C?12C@2`02`_12``2aP2aP12aQ2aR2aR109[2aS2aS11em\#
      2aT2aT109m2aW2a[22aX2a]2a]109A2a^2a^109a2a_2a_109@2a`2a`109B2ab2ab12ac2ae2ae12af2an2ao108o2b02cR22b1\#
      2c[2c]22c\2cb2cb12cc:I0:I\2:I1:J0:JJ2:J1:LR:L^2:LS:Lb:M^2:Lc:Mi:Mk2:Mj:Mm:Mm11ei:Mn:N62:Mo:N;:N;1:N<\#
      :N=:N=109U:N@:NB2:NA:NF:NX2:NG:NZ:NZ109V:N[:N[109L:N\:N\109Q:N]:N]109\:N^:N^109Z:N`:N`10:N:Na:Na10:7\#
      :Nb:Nb10:M:Nc:Nc1:]C:Nd:O22:Ne:O4:O41:ND:O5:O510:2:O6:O611f>:O7:O92:O8:O@:O@1:OA:OF:OH2:OG:Oe:Oe1:Of\#
      ?lQ?lj1?m1@@0@@W1@@X@B`@CC1@CH@E`@Ej1@FG@El@F:1@FS@F<@FB1@Fc@FD@FE1@Fk@b0@bb1@c0ARPARo1AS0Fi0FiO1FiP\#
      NT0NTQ1NTR\#

      """#)
  }
}
