using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Projects;

/// <summary>What of a dossier may be written in which state, and by whom.</summary>
public sealed class EditingTableTests
{
    private enum Part
    {
        Estimate,
        Title,
        Papers,
    }

    // Rows are states, columns parts of the dossier, of which a request for more named estimate and papers: + open, t that part is closed, c all is closed.
    private const string Expected = """
        Draft:             + + +
        Filed:             c c c
        Received:          c c c
        AwaitingMore:      + t +
        AwaitingAppraisal: c c c
        Withdrawn:         c c c
        InAppraisal:       c c c
        Appraised:         c c c
        NotPassed:         c c c
        Approved:          c c c
        Stopped:           c c c
        Underway:          c c c
        Settled:           c c c
        """;

    [Theory]
    [InlineData(ProjectKind.Provincial)]
    [InlineData(ProjectKind.Commune)]
    [InlineData(ProjectKind.NationalGroup)]
    public void EveryState_Part_AndRole_IsAsTheTableSays(ProjectKind kind)
    {
        foreach (var row in Matrix.Of<ProjectState, Part>(Expected).GroupBy(c => c.Row))
        {
            var project = Given.In(row.Key, Given.Text(kind));
            var before = project.Text;
            foreach (var ((_, part, cell), role) in from c in row from r in Enum.GetValues<Role>() select (c, r))
            {
                var writes = StateTableTests.Filers.TryGetValue(role, out var filer) && (filer is not "P" || kind is not ProjectKind.Commune);
                string[] codes = !writes ? ["project.not-allowed"] : (cell, part) switch
                {
                    ("+", _) => [],
                    ("t", _) => ["project.section-closed"],
                    (_, Part.Papers) => ["project.papers-closed"],
                    _ => ["project.closed"],
                };
                Write(project, part, Given.Mover(role)).ShouldBe(codes, $"{row.Key} {part} {role} {kind}");
            }

            project.Text.Differs(before).ShouldBe(ProjectSections.None, "a ruling changes nothing by itself");
        }
    }

    private static IEnumerable<string> Write(Project project, Part part, ProjectMover mover) => part switch
    {
        Part.Estimate => ProjectWriting.Edit(project, project.Text with { Lines = [Given.Line(500, 1, 250, 250)] }, mover, TimeProvider.System).Codes(),
        Part.Title => ProjectWriting.Edit(project, project.Text with { Title = "Tên khác" }, mover, TimeProvider.System).Codes(),
        _ => ProjectWriting.PaperFaults(project, mover).Select(b => b.Code),
    };
}
