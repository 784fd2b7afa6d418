using KhuyenCong.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

public sealed partial class KhuyenCongDb
{
    public DbSet<SurveyRound> SurveyRounds => Set<SurveyRound>();

    public DbSet<SurveySheet> SurveySheets => Set<SurveySheet>();
}
