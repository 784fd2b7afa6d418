namespace KhuyenCong.Domain.Norms;

/// <summary>Thay đổi định mức: which open dossiers a change would affect, and how, before it is saved.</summary>
public static class NormChange
{
    /// <param name="dossiers">Open dossiers of the province.</param>
    /// <param name="before">The book as it is.</param>
    /// <param name="after">The book as it would be.</param>
    /// <returns>Only the dossiers whose answer would differ, in the order given.</returns>
    public static IEnumerable<NormEffect> Effects(IEnumerable<OpenDossier> dossiers, NormBook before, NormBook after)
    {
        ArgumentNullException.ThrowIfNull(dossiers);
        foreach (var dossier in dossiers)
        {
            var (was, willBe) = (EligibilityCheck.Of(dossier.Facts, before), EligibilityCheck.Of(dossier.Facts, after));
            var lines = was.Lines.Zip(willBe.Lines).Where(l => l.First.Highest != l.Second.Highest || l.First.Norm?.Id != l.Second.Norm?.Id)
                .Select(l => new LineEffect(l.First.Line, l.First.Norm, l.Second.Norm, l.First.Highest, l.Second.Highest)).ToArray();
            var told = willBe.Statements.Where(s => !was.Statements.Any(w => IsSame(w, s))).ToArray();
            if (lines.Length > 0 || told.Length > 0 || was.Verdict != willBe.Verdict)
            {
                yield return new(dossier, was, willBe, lines, told);
            }
        }
    }

    private static bool IsSame(Statement one, Statement other) =>
        one.Code == other.Code && one.Severity == other.Severity && one.Line == other.Line && one.Arguments.SequenceEqual(other.Arguments);
}

/// <summary>Hồ sơ đang mở: a dossier not yet closed, as the engine reads it.</summary>
public sealed record OpenDossier(Guid Id, string Code, DossierFacts Facts);

/// <summary>Ảnh hưởng của thay đổi định mức đến một hồ sơ.</summary>
/// <param name="NewStatements">What would be said that is not said now.</param>
public sealed record NormEffect(OpenDossier Dossier, EligibilityAnswer Before, EligibilityAnswer After, IReadOnlyList<LineEffect> Lines, IReadOnlyList<Statement> NewStatements)
{
    /// <summary>Support already asked for that the change would no longer allow.</summary>
    public bool WouldRefuse => Before.Verdict is not Verdict.NotEligible && After.Verdict is Verdict.NotEligible;
}

/// <summary>Ảnh hưởng đến một dòng dự toán.</summary>
public sealed record LineEffect(EstimateLine Line, Norm? NormBefore, Norm? NormAfter, Dong? Before, Dong? After);
